namespace Unrolled.Figures;

/// <summary>A point on the page, in pixels.</summary>
internal readonly record struct Pixel(double X, double Y)
{
    /// <summary>The distance to another point.</summary>
    public double To(Pixel other) => Math.Sqrt((other.X - X) * (other.X - X) + (other.Y - Y) * (other.Y - Y));

    /// <summary>The point at this share of the way to another.</summary>
    public Pixel Toward(Pixel other, double share) => new(X + share * (other.X - X), Y + share * (other.Y - Y));
}

/// <summary>A rectangle on the page, in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The box with these opposite corners.</summary>
    public Box(Pixel topLeft, Pixel bottomRight)
        : this(topLeft.X, topLeft.Y, bottomRight.X, bottomRight.Y)
    {
    }

    public Pixel Middle => new((Left + Right) / 2, (Top + Bottom) / 2);

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Contains(Pixel p) => p.X >= Left && p.X <= Right && p.Y >= Top && p.Y <= Bottom;

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Overlaps(Box other) => other.Left < Right && other.Right > Left && other.Top < Bottom && other.Bottom > Top;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}
