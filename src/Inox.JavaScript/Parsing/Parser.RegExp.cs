using Inox.Core;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // regular expressions
{
    // /\u{61}/ is 61 letters `u`, which TypeScript takes for a mistake
    private void CheckCodePointEscapes(TextSpan span, string pattern)
    {
        for (int i = 0; i + 2 < pattern.Length; i++)
        {
            if (pattern[i] != '\\') continue;
            if (pattern[++i] != 'u' || pattern[i + 1] != '{') continue;
            EarlyError(ParseErrors.CodePointEscape, new(span.Start + i, span.Start + i + 2));
            return;
        }
    }

    // Early errors of RegularExpressionLiteral (13.2.7.1)
    private void CheckRegExp(TextSpan span, string pattern, string flags)
    {
        if (_isTypeScript && !flags.Contains('u') && !flags.Contains('v')) CheckCodePointEscapes(span, pattern);
        if (RegExpValidator.TryValidate(pattern, flags, out RegExpError error)) return;
        int start = (error.InFlags ? span.End - flags.Length : span.Start + 1) + error.Offset;
        EarlyError(ParseErrors.InvalidRegExp, new(start, Math.Min(start + 1, span.End)), error.Message);
    }
}
