using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

/// <summary>Touches the printer in one place; everything printed is parsed again.</summary>
internal static class PrintCheck
{
    public static readonly PrintOptions Minified = new() { MinifyWhitespace = true, Comments = CommentPolicy.None };

    public static void Pretty(string input, string expected, Language language = Language.TypeScript) => Print(input, expected, PrintOptions.Default, language);

    public static void Min(string input, string expected, Language language = Language.TypeScript) => Print(input, expected, Minified, language);

    public static void Print(string input, string expected, PrintOptions options, Language language)
    {
        ParseResult parsed = Parse(input, language);
        string printed = JsPrinter.Print(parsed, options).TrimEnd('\n');
        Assert.Equal(expected, printed);
        ParseResult again = JsParser.Parse(new SourceText("again", printed), new() { Language = language, SourceType = parsed.Program.SourceType, AllowReturnOutsideFunction = true });
        Assert.Empty(again.Diagnostics);
        if (options.MinifyWhitespace) return;
        Assert.True(TreeComparer.AreEqual(parsed.Program, again.Program), $"`{printed}` is another program than `{input}`");
    }

    public static ParseResult Parse(string input, Language language)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("input", input), new() { Language = language, AllowReturnOutsideFunction = true });
        Assert.Empty(parsed.Diagnostics);
        return parsed;
    }
}
