namespace Unrolled;

/// <summary>
/// Runs numbered jobs on the calling thread and a few thread-pool threads. Unlike Parallel.For it allocates nothing per run: an epoch
/// of a small network takes a millisecond, and garbage would cost a part of it.
/// </summary>
internal sealed class WorkerPool
{
    private readonly Action<int, int> _job;
    private readonly Helper[] _helpers;
    private int _left, _unfinished;
    private Exception? _failure;

    /// <param name="workers">The number of workers, the calling thread included.</param>
    /// <param name="job">What to do, given the number of the worker and of the job.</param>
    public WorkerPool(int workers, Action<int, int> job)
    {
        _job = job;
        _helpers = [.. Enumerable.Range(1, workers - 1).Select(worker => new Helper(this, worker))];
    }

    /// <summary>Runs the jobs 0..jobs − 1, each once, in any order, and returns when all are done.</summary>
    public void Run(int jobs)
    {
        (_unfinished, _failure) = (jobs, null);
        Volatile.Write(ref _left, jobs);
        for (var i = 0; i < Math.Min(_helpers.Length, jobs - 1); i++)
            _helpers[i].Call();
        Work(worker: 0);
        var wait = new SpinWait();
        while (Volatile.Read(ref _unfinished) > 0)
            wait.SpinOnce(sleep1Threshold: -1);
        if (_failure != null)
            throw new InvalidOperationException("A worker of the fast path failed.", _failure);
    }

    private void Work(int worker)
    {
        // Counted down, so that a helper that wakes late, in the middle of the next run, takes a job of that run or none.
        int job;
        while ((job = Interlocked.Decrement(ref _left)) >= 0)
        {
            try
            {
                _job(worker, job);
            }
            catch (Exception e) // on a pool thread it would end the process
            {
                _failure = e;
            }
            finally
            {
                Interlocked.Decrement(ref _unfinished);
            }
        }
    }

    private sealed class Helper(WorkerPool pool, int worker) : IThreadPoolWorkItem
    {
        private int _called;

        public void Call()
        {
            if (Interlocked.Exchange(ref _called, 1) == 0)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            pool.Work(worker);
            Volatile.Write(ref _called, 0);
        }
    }
}
