using System.Runtime.ExceptionServices;

namespace Inox.Bundler.Output;

/// <summary>Spreads independent work over threads whose stacks are deep enough for any tree.</summary>
internal static class WorkInParallel
{
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Runs <paramref name="work"/> for each item; <paramref name="threads"/> of 0 takes one per processor.</summary>
    public static void ForEach<T>(IReadOnlyList<T> items, Action<T> work, int threads)
    {
        int count = Math.Min(threads > 0 ? threads : Environment.ProcessorCount, items.Count);
        if (count <= 1)
        {
            foreach (T item in items) work(item);
            return;
        }
        int next = -1;
        ExceptionDispatchInfo? failure = null;
        void Take()
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < items.Count && failure is null; i = Interlocked.Increment(ref next)) work(items[i]);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }
        Thread[] others = new Thread[count - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new(Take, StackSize) { Name = "inox worker" };
            others[i].Start();
        }
        Take();
        foreach (Thread thread in others) thread.Join();
        failure?.Throw();
    }

    public static TResult[] Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work, int threads)
    {
        TResult[] results = new TResult[items.Count];
        ForEach([.. Enumerable.Range(0, items.Count)], i => results[i] = work(items[i]), threads);
        return results;
    }
}
