using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // JSX
{
    private Expression ParseJsxOrReport()
    {
        if (_isJsx) SyntaxError(ParseErrors.ExpectedExpression, TokenSpan, DescribeCurrent());
        else SyntaxError(ParseErrors.JsxDisabled, TokenSpan);
        return ParseMissingExpression();
    }
}
