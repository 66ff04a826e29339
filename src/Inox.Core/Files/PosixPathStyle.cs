namespace Inox.Core;

internal sealed class PosixPathStyle : PathStyle
{
    public override char Separator => '/';

    public override StringComparison Comparison => StringComparison.Ordinal;

    public override StringComparer Comparer => StringComparer.Ordinal;

    public override bool IsSeparator(char c) => c == '/';

    public override int RootLength(ReadOnlySpan<char> path) => path.StartsWith('/') ? 1 : 0;

    private protected override int PrefixLength(ReadOnlySpan<char> path) => RootLength(path);

    private protected override int WritePrefix(ReadOnlySpan<char> prefix, Span<char> output)
    {
        prefix.CopyTo(output);
        return prefix.Length;
    }
}
