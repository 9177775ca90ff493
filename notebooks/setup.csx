// Loads the course library. The first cell of every chapter is  #load "setup.csx"  followed by its usings,
// which a loaded script cannot pass on. If a file below is missing, run  dotnet build  in the repository's root folder.
#r "../lib/bin/course/MathNet.Numerics.dll"
#r "../lib/bin/course/CsvHelper.dll"
#r "../lib/bin/course/System.Numerics.Tensors.dll"
#r "../lib/bin/course/Unrolled.dll"
#r "../lib/bin/course/Unrolled.Figures.dll"
#r "../lib/bin/course/Unrolled.Exercises.dll"

using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;

// Numbers look the same on every machine: 0.5, never 0,5.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Without these two, a matrix shows as a table of its properties.
Formatter.SetPreferredMimeTypesFor(typeof(Matrix<double>), "text/plain");
Formatter.SetPreferredMimeTypesFor(typeof(Vector<double>), "text/plain");
Formatter.Register<Matrix<double>>((m, writer) =>
    writer.Write($"{m.RowCount} × {m.ColumnCount} matrix\n{m.ToMatrixString("G6", CultureInfo.InvariantCulture)}"), "text/plain");
Formatter.Register<Vector<double>>((v, writer) =>
    writer.Write($"vector of {v.Count}\n{v.ToVectorString("G6", CultureInfo.InvariantCulture)}"), "text/plain");

// Vectors and matrices whose numbers are written out: vec(1, 2) and, row by row, mat([[1, 2], [3, 4]]).
Vector<double> vec(params double[] entries) => Vector<double>.Build.DenseOfArray(entries);
Matrix<double> mat(double[][] rows) => rows.All(row => row.Length == rows[0].Length)
    ? Matrix<double>.Build.DenseOfRowArrays(rows)
    : throw new ArgumentException(
        $"The rows of a matrix are equally long, got rows of {string.Join(", ", rows.Select(row => row.Length))} entries.");
