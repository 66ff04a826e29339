namespace Inox.Http;

/// <summary>Name and value of one field, as they came.</summary>
public readonly ref struct FieldLine(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Value { get; } = value;
}
