namespace Inox.Http;

/// <summary>A value, or why there is none. Returned by handlers, and the type of a parameter that wants to see why it could not be bound.</summary>
public readonly struct Result<T, E>
{
    private readonly T? _value;
    private readonly E? _error;

    private Result(bool isOk, T? value, E? error)
    {
        IsOk = isOk;
        _value = value;
        _error = error;
    }

    public bool IsOk { get; }

    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException("this result is an error");

    /// <exception cref="InvalidOperationException">There is a value instead.</exception>
    public E Error => IsOk ? throw new InvalidOperationException("this result is a value") : _error!;

    public static Result<T, E> Ok(T value) => new(true, value, default);

    public static Result<T, E> Fail(E error) => new(false, default, error);

    public static implicit operator Result<T, E>(T value) => Ok(value);

    public static implicit operator Result<T, E>(E error) => Fail(error);
}
