namespace Inox.Http;

/// <summary>One field of a request, as offsets into its buffer.</summary>
internal struct FieldEntry
{
    public int NameStart;
    public int ValueStart;
    public int ValueLength;
    public ushort NameLength;
    public KnownField Known;
}
