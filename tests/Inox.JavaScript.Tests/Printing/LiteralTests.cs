using Inox.JavaScript.Printing;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1000", "1e3")]
    [InlineData("100", "100")]
    [InlineData("1500", "1500")]
    [InlineData("120000", "12e4")]
    [InlineData("0.5", ".5")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.001", ".001")]
    [InlineData("0.0001", "1e-4")]
    [InlineData("0.00012", "12e-5")]
    [InlineData("1e21", "1e21")]
    [InlineData("1e300", "1e300")]
    [InlineData("1.5e-10", "15e-11")]
    [InlineData("0xff", "255")]
    [InlineData("0b101", "5")]
    [InlineData("1_000", "1e3")]
    [InlineData("4294967295", "4294967295")]
    [InlineData("0xffffffffffff", "0xffffffffffff")]
    [InlineData("1000000000000", "1e12")]
    [InlineData("9007199254740991", "9007199254740991", "0x1fffffffffffff")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "17976931348623157e292")]
    [InlineData("1e999", "1e999")]
    [InlineData("123456789.125", "123456789.125")]
    public void Numbers_take_their_shortest_form(string input, string expected, string? other = null) =>
        PrintCheck.Min($"x = {input};", $"x={(other is not null && other.Length < expected.Length ? other : expected)}", Language.JavaScript);

    [Theory]
    [InlineData("1000", "1000")]
    [InlineData("0.5", "0.5")]
    [InlineData(".000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("1.5e-10", "1.5e-10")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1.25e25", "1.25e+25")]
    [InlineData("0xff", "255")]
    [InlineData("10n", "10n")]
    public void Numbers_read_as_JavaScript_shows_them(string input, string expected) => PrintCheck.Pretty($"x = {input};", $"x = {expected};");

    [Theory]
    [InlineData("'a'", "\"a\"")]
    [InlineData("'a\"b'", "'a\"b'")]
    [InlineData("'a\"b\\'c'", "\"a\\\"b'c\"")]
    [InlineData("'\\n'", "\"\\n\"")]
    [InlineData("'\\0'", "\"\\0\"")]
    [InlineData("'\\x001'", "\"\\x001\"")]
    [InlineData("'\\x1b'", "\"\\x1b\"")]
    [InlineData("'\\u2028'", "\"\\u2028\"")]
    [InlineData("'\\ud800'", "\"\\ud800\"")]
    [InlineData("'\\ud83d\\ude00'", "\"😀\"")]
    [InlineData("'</script>'", "\"<\\/script>\"")]
    [InlineData("'<\\/SCRIPT>'", "\"<\\/SCRIPT>\"")]
    [InlineData("'a\\\\b'", "\"a\\\\b\"")]
    [InlineData("'${a}'", "\"${a}\"")]
    [InlineData("'é'", "\"é\"")]
    public void Strings_take_the_cheapest_quote(string input, string expected) => PrintCheck.Pretty($"x = {input};", $"x = {expected};");

    [Theory]
    [InlineData("'a\\nb'", "`a\nb`")]
    [InlineData("'a\\nb${'", "\"a\\nb${\"")]
    [InlineData("'\"\\''", "`\"'`")]
    [InlineData("'`\\n\\n'", "`\\`\n\n`")]
    [InlineData("{ 'a\\nb': 1 }", "{\"a\\nb\":1}")]
    public void A_template_holds_line_breaks_for_less(string input, string expected) => PrintCheck.Min($"x = {input};", $"x={expected}", Language.JavaScript);

    [Theory]
    [InlineData("`a${b}c`", "`a${b}c`")]
    [InlineData("`</script>`", "`<\\/script>`")]
    [InlineData("a`</script>`", "a`</script>`")]
    [InlineData("`\\u{41}\\n`", "`\\u{41}\\n`")]
    [InlineData("a`\\unicode`", "a`\\unicode`")]
    [InlineData("/a[/]b/dgimsuy", "/a[/]b/dgimsuy")]
    public void Templates_and_expressions_keep_their_text(string input, string expected) => PrintCheck.Min($"x = {input};", $"x={expected}", Language.JavaScript);

    [Theory]
    [InlineData("x = 'é';", "x = \"\\xe9\";")]
    [InlineData("x = '\\u20ac😀';", "x = \"\\u20ac\\u{1f600}\";")]
    [InlineData("é = 1;", "\\u00e9 = 1;")]
    [InlineData("x = `é`;", "x = `\\u00e9`;")]
    [InlineData("x = /é/;", "x = /\\u00e9/;")]
    [InlineData("a.é;", "a.\\u00e9;")]
    public void Escapes_what_is_not_ASCII(string input, string expected)
    {
        ParseResult parsed = PrintCheck.Parse(input, Language.JavaScript);
        Assert.Equal(expected, JsPrinter.Print(parsed, new() { AsciiOnly = true }).TrimEnd());
    }

    public static TheoryData<string, string> Templates => new()
    {
        { "a = 'b'", "a=`b`" },
        { "a = '`'", "a=\"`\"" },
        { "a = '`${\"'", "a='`${\"'" },
        { "a = '$b'", "a=`$b`" },
        { "a = '${b}'", "a=\"${b}\"" },
        { "a = 'b\\n\\0' + '\\x001'", "a=`b\n\\0`+`\\x001`" },
        { "'use strict'; a({ 'b-c': 'd' })", "\"use strict\";a({\"b-c\":`d`})" },
        { "import a from 'b'; import('c')", """import a from"b";import("c")""" },
        { "require('a'); Object.defineProperty(exports, 'b', { value: 'c' })", """require("a");Object.defineProperty(exports,"b",{value:`c`})""" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void Strings_are_templates_where_tools_do_not_read_them(string input, string expected) =>
        PrintCheck.Print(input, expected, PrintCheck.Minified with { PreferTemplates = true }, Language.JavaScript);
}
