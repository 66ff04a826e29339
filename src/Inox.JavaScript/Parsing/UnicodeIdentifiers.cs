namespace Inox.JavaScript.Parsing;

/// <summary>
/// The Unicode properties ID_Start and ID_Continue, which IdentifierStartChar and IdentifierPartChar of ECMA-262 12.7 build on.
/// <c>$</c>, and <c>_</c> at the start, are the caller's: they are of ECMAScript, not of Unicode.
/// </summary>
internal static partial class UnicodeIdentifiers
{
    public static bool IsStart(int codePoint) => codePoint < 128 ? char.IsAsciiLetter((char)codePoint) : Contains(StartBoundaries, codePoint);

    // `_` is in ID_Continue: it is connector punctuation
    public static bool IsContinue(int codePoint) =>
        codePoint < 128 ? char.IsAsciiLetterOrDigit((char)codePoint) || codePoint == '_' : Contains(ContinueBoundaries, codePoint);

    /// <summary>Membership flips at each boundary, so an odd number of them at or below the code point means it is in the set.</summary>
    private static bool Contains(ReadOnlySpan<int> boundaries, int codePoint)
    {
        int low = 0, high = boundaries.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (boundaries[middle] <= codePoint) low = middle + 1;
            else high = middle;
        }
        return (low & 1) != 0;
    }
}
