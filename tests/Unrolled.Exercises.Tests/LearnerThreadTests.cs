using System.Globalization;
using System.Runtime;

namespace Unrolled.Exercises.Tests;

public sealed class LearnerThreadTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void What_the_learners_code_prints_still_belongs_to_its_cell()
    {
        var cell = new AsyncLocal<string> { Value = "cell 7" };
        string? seen = null;
        LearnerThread.Run(() => seen = cell.Value, Patience.Limit);
        Assert.Equal("cell 7", seen);
    }

    [Fact]
    public void Numbers_are_written_with_a_point_whatever_the_readers_culture()
    {
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
        string? written = null;
        LearnerThread.Run(() => written = 0.5.ToString(CultureInfo.CurrentCulture), Patience.Limit);
        Assert.Equal("0.5", written);
    }

    [Fact]
    public void A_check_runs_inside_a_cell_that_can_be_stopped_itself()
    {
        using var cell = new CancellationTokenSource();
        Feedback? feedback = null;
        var thread = new Thread(() =>
        {
#pragma warning disable SYSLIB0046 // As the session runs a cell.
            ControlledExecution.Run(() => feedback = Samples.Sum.Check(numbers => numbers.Sum()), cell.Token);
#pragma warning restore SYSLIB0046
        });
        thread.Start();
        Assert.True(thread.Join(Patience.Limit));
        Assert.Equal(Outcome.Passed, feedback?.Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_loop_is_stopped_even_if_it_swallows_every_exception(bool swallow)
    {
        long turns = 0;
        var ending = LearnerThread.Run(() =>
        {
            while (true)
            {
                try
                {
                    while (true)
                        turns++;
                }
                catch (Exception) when (swallow)
                {
                }
            }
        }, Short);
        Assert.Equal(Ending.Stopped, ending);
        var stoppedAt = Interlocked.Read(ref turns);
        Thread.Sleep(Short);
        Assert.Equal(stoppedAt, Interlocked.Read(ref turns));
    }

    [Fact]
    public void What_no_abort_reaches_is_told_and_left_behind()
    {
        using var release = new ManualResetEventSlim();
        var ending = LearnerThread.Run(() =>
        {
            try
            {
            }
            finally
            {
                release.Wait();
            }
        }, Short);
        release.Set();
        Assert.Equal(Ending.StillRunning, ending);
    }

    [Fact]
    public void An_interrupt_of_the_cell_also_stops_the_learners_code()
    {
        long turns = 0;
        var cell = new Thread(() =>
        {
            try
            {
                LearnerThread.Run(() =>
                {
                    while (true)
                        turns++;
                }, Patience.Limit);
            }
            catch (ThreadInterruptedException)
            {
                // As a cell ends that is interrupted.
            }
        });
        cell.Start();
        while (Interlocked.Read(ref turns) == 0)
            Thread.Sleep(1);
        cell.Interrupt();
        Assert.True(cell.Join(Patience.Limit));
        Assert.True(SpinWait.SpinUntil(Stands, Patience.Limit));

        bool Stands()
        {
            var before = Interlocked.Read(ref turns);
            Thread.Sleep(Short);
            return before == Interlocked.Read(ref turns);
        }
    }
}
