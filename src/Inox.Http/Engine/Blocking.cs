namespace Inox.Http;

/// <summary>Takes work that blocks or computes for long off the event loop. What awaits it resumes on the loop.</summary>
public static class Blocking
{
    public static Task<T> RunAsync<T>(Func<T> work) => Task.Run(work);

    public static Task RunAsync(Action work) => Task.Run(work);
}
