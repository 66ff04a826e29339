using Inox.Core;
using Inox.JavaScript.Parsing;

namespace Inox.JavaScript;

/// <summary>Reads JavaScript, TypeScript and JSX (ECMAScript 2026 and Annex B, TypeScript 5.9).</summary>
public static class JsParser
{
    /// <summary>Parses a text. There is always a tree; what is wrong with the text is in the diagnostics. Safe to call from several threads.</summary>
    public static ParseResult Parse(SourceText source, ParseOptions? options = null) => new Parser(source, options ?? ParseOptions.Default).Parse();

    /// <inheritdoc cref="Parse(SourceText, ParseOptions?)"/>
    public static ParseResult Parse(string path, string text) => Parse(new(path, text), ParseOptions.ForPath(path));
}
