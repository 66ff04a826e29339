using Inox.Core;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // regular expressions
{
    // Early errors of RegularExpressionLiteral (13.2.7.1)
    private void CheckRegExp(TextSpan span, string pattern, string flags)
    {
        if (RegExpValidator.TryValidate(pattern, flags, out RegExpError error)) return;
        int start = (error.InFlags ? span.End - flags.Length : span.Start + 1) + error.Offset;
        EarlyError(ParseErrors.InvalidRegExp, new(start, Math.Min(start + 1, span.End)), error.Message);
    }
}
