namespace Unrolled.Tests.Fast;

public class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_job_is_done_once_in_every_run(int workers)
    {
        var done = new int[40];
        var pool = new WorkerPool(workers, (_, job) => Interlocked.Increment(ref done[job]));
        for (var run = 1; run <= 500; run++)
        {
            var jobs = 1 + run * 7 % done.Length;
            Array.Clear(done);
            pool.Run(jobs);
            Assert.Equal(Enumerable.Repeat(1, jobs), done.Take(jobs));
            Assert.All(done.Skip(jobs), count => Assert.Equal(0, count));
        }
    }

    [Fact]
    public void No_two_jobs_run_on_one_worker_at_the_same_time()
    {
        var busy = new int[4];
        var pool = new WorkerPool(busy.Length, (worker, _) =>
        {
            if (Interlocked.Increment(ref busy[worker]) > 1)
                throw new InvalidOperationException($"worker {worker} does two jobs at once");
            Thread.SpinWait(50);
            Interlocked.Decrement(ref busy[worker]);
        });
        for (var run = 0; run < 500; run++)
            pool.Run(9);
    }

    [Fact]
    public void A_job_that_fails_on_any_worker_is_told_to_the_caller_and_the_next_run_works()
    {
        var fail = true;
        var pool = new WorkerPool(2, (_, job) =>
        {
            if (fail && job == 3)
                throw new ArithmeticException("job 3");
        });
        for (var run = 0; run < 50; run++)
            Assert.Equal("job 3", Assert.Throws<InvalidOperationException>(() => pool.Run(8)).InnerException!.Message);
        fail = false;
        pool.Run(8);
    }
}
