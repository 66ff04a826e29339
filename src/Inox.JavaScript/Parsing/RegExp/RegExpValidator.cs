namespace Inox.JavaScript.Parsing;

/// <summary>
/// The early errors of regular expressions: the grammar of ECMA-262 22.2.1 with Annex B.1.2 for patterns without <c>u</c> and <c>v</c>.
/// It judges only; it builds no tree and does not match.
/// </summary>
internal static class RegExpValidator
{
    public static bool TryValidate(ReadOnlySpan<char> pattern, ReadOnlySpan<char> flags, out RegExpError error)
    {
        if (!TryValidateFlags(flags, out error)) return false;
        RegExpParser parser = new(pattern, hasUnicode: flags.Contains('u'), hasSets: flags.Contains('v'));
        if (parser.Parse()) return true;
        error = parser.Error;
        return false;
    }

    private static bool TryValidateFlags(ReadOnlySpan<char> flags, out RegExpError error)
    {
        error = default;
        for (int i = 0; i < flags.Length; i++)
        {
            char flag = flags[i];
            string? message = flag switch
            {
                'd' or 'g' or 'i' or 'm' or 's' or 'u' or 'v' or 'y' => null,
                _ => $"`{flag}` is not a flag of a regular expression",
            };
            if (message is null && flags[..i].Contains(flag)) message = $"the flag `{flag}` is given twice";
            if (message is null && (flag == 'u' && flags[..i].Contains('v') || flag == 'v' && flags[..i].Contains('u')))
                message = "the flags `u` and `v` exclude each other";
            if (message is null) continue;
            error = new(i, message, InFlags: true);
            return false;
        }
        return true;
    }
}
