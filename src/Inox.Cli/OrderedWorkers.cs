namespace Inox.Cli;

/// <summary>Runs numbered work on one thread a processor, each with a deep stack, and hands the results over in order.</summary>
internal static class OrderedWorkers
{
    private const int StackSize = 256 * 1024 * 1024;

    // How far the fastest thread may be ahead of what was handed over: results of many large files must not pile up.
    private const int Ahead = 512;

    public static void Run<T>(int count, Func<int, T> work, Action<T> emit)
        where T : class
    {
        T?[] results = new T?[count];
        object gate = new();
        int next = 0, emitted = 0;
        Thread[] threads = new Thread[Math.Min(Environment.ProcessorCount, count)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new(Work, StackSize) { IsBackground = true };
            threads[i].Start();
        }
        for (; emitted < count;)
        {
            T result;
            lock (gate)
            {
                while (results[emitted] is null) Monitor.Wait(gate);
                result = results[emitted]!;
                results[emitted++] = null;
                Monitor.PulseAll(gate);
            }
            emit(result);
        }

        void Work()
        {
            while (true)
            {
                int index;
                lock (gate)
                {
                    while (next < count && next > emitted + Ahead) Monitor.Wait(gate);
                    if (next >= count) return;
                    index = next++;
                }
                T result = work(index);
                lock (gate)
                {
                    results[index] = result;
                    if (index == emitted) Monitor.PulseAll(gate);
                }
            }
        }
    }
}
