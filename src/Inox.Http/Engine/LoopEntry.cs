using System.Runtime.CompilerServices;

namespace Inox.Http;

/// <summary>Awaited to go on upon a loop's thread.</summary>
internal readonly struct LoopEntry(LoopContext context) : INotifyCompletion
{
    public bool IsCompleted => false;

    public LoopEntry GetAwaiter() => this;

    public void OnCompleted(Action continuation) => context.Post(static state => ((Action)state!)(), continuation);

    public void GetResult()
    {
    }
}
