namespace Inox.Http;

/// <summary>A number for each type of state, so that finding one costs an index.</summary>
internal static class StateSlot
{
    private static int s_count;

    public static int Next() => Interlocked.Increment(ref s_count) - 1;
}

internal static class StateSlot<T>
{
    public static readonly int Index = StateSlot.Next();
}
