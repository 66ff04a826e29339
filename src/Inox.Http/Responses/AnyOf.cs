namespace Inox.Http;

/// <summary>One of several responses; each converts to it, and the document lists them all.</summary>
public readonly struct AnyOf<T1, T2>
{
    private AnyOf(int index, object value)
    {
        Index = index;
        Value = value;
    }

    /// <summary>Which type it is, from 0.</summary>
    public int Index { get; }

    public object Value { get; }

    public static implicit operator AnyOf<T1, T2>(T1 value) => new(0, value!);

    public static implicit operator AnyOf<T1, T2>(T2 value) => new(1, value!);
}

/// <inheritdoc cref="AnyOf{T1, T2}"/>
public readonly struct AnyOf<T1, T2, T3>
{
    private AnyOf(int index, object value)
    {
        Index = index;
        Value = value;
    }

    /// <inheritdoc cref="AnyOf{T1, T2}.Index"/>
    public int Index { get; }

    public object Value { get; }

    public static implicit operator AnyOf<T1, T2, T3>(T1 value) => new(0, value!);

    public static implicit operator AnyOf<T1, T2, T3>(T2 value) => new(1, value!);

    public static implicit operator AnyOf<T1, T2, T3>(T3 value) => new(2, value!);
}
