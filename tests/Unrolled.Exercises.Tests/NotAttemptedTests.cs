namespace Unrolled.Exercises.Tests;

public sealed class NotAttemptedTests
{
    [Fact]
    public void The_message_says_what_to_do_next() =>
        Assert.Equal("This exercise has no answer yet. Replace this line by your own code and run the cell again.", new NotAttempted().Message);
}
