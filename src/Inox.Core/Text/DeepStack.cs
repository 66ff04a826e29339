using System.Runtime.ExceptionServices;

namespace Inox.Core;

/// <summary>
/// Lets recursion go on when the stack of the running thread is nearly used up: the work continues on a thread with a stack of
/// its own while this one waits. <c>if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) Go(); else DeepStack.Run(Go);</c>
/// </summary>
public static class DeepStack
{
    /// <summary>Bytes of address space for each further stack; only what is used takes memory.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    public static void Run(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
        {
            try { work(); }
            catch (Exception e) { failure = ExceptionDispatchInfo.Capture(e); }
        }, StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
