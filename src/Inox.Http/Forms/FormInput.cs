using System.Text;

namespace Inox.Http;

/// <summary>
/// What was put into a form, right or wrong, so that the page can be shown again with the user's own words and a message beside each field. As a parameter of a handler it is bound
/// like <see cref="Form{T}"/>, but a field that is missing, malformed or not valid does not end the request.
/// </summary>
public sealed class FormInput<T>
{
    private readonly ReadOnlyMemory<byte> _pairs;
    private readonly T? _value;

    private FormInput(T? value, Problem? problem, ReadOnlyMemory<byte> pairs)
    {
        _value = value;
        _pairs = pairs;
        Errors = problem?.Errors ?? [];
        IsValid = problem is null;
    }

    /// <summary>A form nobody has filled in, for the page that asks first. It has no messages, and no value.</summary>
    public static FormInput<T> Empty { get; } = new(default, new(400), default);

    /// <summary>Whether every field could be bound and the value finds itself in order (<see cref="IValidated"/>).</summary>
    public bool IsValid { get; }

    /// <exception cref="InvalidOperationException">The input is not valid.</exception>
    public T Value => IsValid ? _value! : throw new InvalidOperationException("the input of the form is not valid: show it again with its errors");

    public IReadOnlyList<ProblemError> Errors { get; }

    /// <summary>For generated binders.</summary>
    public static FormInput<T> Of(T? value, Problem? problem, ReadOnlyMemory<byte> pairs) => new(value, problem, pairs);

    /// <summary>What was put into this field, as it came; empty when nothing was.</summary>
    public string Text(string name) => FormText.TryFind(_pairs.Span, Encoding.UTF8.GetBytes(name), out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : "";

    /// <summary>The first message for this field; null when it is in order.</summary>
    public string? Error(string name)
    {
        foreach (ProblemError error in Errors)
        {
            if (error.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return error.Detail;
        }
        return null;
    }
}
