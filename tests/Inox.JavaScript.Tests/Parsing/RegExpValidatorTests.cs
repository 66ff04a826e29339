using Inox.JavaScript.Parsing;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class RegExpValidatorTests
{
    /// <summary>`/pattern/flags` that are good.</summary>
    private static readonly string[] Good =
    [
        "//", "/a/dgimsuy", "/a/v", "/a|b|/", "/(?:a)(b)/", "/^$/", @"/\b\B/u", "/a*b+c?d{1}e{1,}f{1,2}/", "/a*?b+?c??d{1}?/", "/a{2147483648,99999999999}/",
        "/{/", "/a{/", "/a{1/", "/a{,1}/", "/}/", "/]/", "/a{1}{/", "/(?=a)*/", "/(?!a){2}/", "/(?<=a)b/", "/(?<!a)b/u",
        @"/\1/", @"/\1(a)/u", @"/(a)\1/u", @"/\8/", @"/\012/", @"/\0/u", @"/[\0]/u", @"/\c/", @"/\c1/", @"/\cA/u", @"/[\c]/", @"/[\c1]/", @"/[\c_]/", @"/[\cA]/u",
        @"/\x/", @"/\x4/", @"/\x41/u", @"/\u/", @"/\u004/", @"/\u0041/u", @"/\u{41}/u", @"/\u{10ffff}/u", @"/\u{000000041}/u", @"/\u{2}/", @"/\ud83d\ude00/u",
        @"/\a/", @"/\-/", @"/\//u", @"/[\-]/u", @"/[\b]/u", @"/\k/", @"/\k<a>/", @"/\p{Foo}/", @"/\p/",
        @"/(?<a>b)\k<a>/", @"/\k<a>(?<a>b)/", @"/(?<a>b)/u", @"/(?<$>a)(?<_>b)/", @"/(?<\u0061>b)\k<a>/", @"/(?<\u{61}>b)/", @"/(?<\ud835\udc9c>b)/", "/(?<𝒜>a)/", "/(?<ä\u200d>a)/",
        "/(?<a>b)|(?<a>c)/", "/(?:(?<a>b)|(?<a>c))/", "/(?:(?<a>b)|c)|(?<a>d)/", @"/(?:(?<a>b)|(?<a>c))\k<a>/", "/(?:a|(?:(?<a>b)))|(?:(?<a>b))/",
        "/(?i:a)/", "/(?ims:a)/", "/(?-i:a)/", "/(?i-ms:a)/", "/(?i-:a)/", "/(?s-im:(?i:a))b/u",
        @"/\p{L}/u", @"/\P{Lu}/u", @"/\p{Letter}/u", @"/\p{gc=Lu}/u", @"/\p{General_Category=Uppercase_Letter}/u", @"/\p{Script=Greek}/u", @"/\p{sc=Grek}/u", @"/\p{scx=Sidt}/u",
        @"/\p{ASCII}/u", @"/\p{Any}/u", @"/\p{Assigned}/u", @"/\p{ID_Start}/u", @"/\p{IDS}/u", @"/[\p{L}\P{N}]/u", @"/\p{RGI_Emoji}/v", @"/[\p{RGI_Emoji}a]/v", @"/\p{space}/v",
        "/[a-z]/", "/[z-]/", "/[-z]/", "/[--a]/", @"/[\d-z]/", @"/[a-\d]/", "/[^]/", "/[]/", "/[[]/", "/[(]/", @"/[\q]/", @"/[a\]b]/", "/[😀-😁]/u",
        "/[a-z]/v", "/[[a-z]&&[aeiou]]/v", "/[[a-z]--[aeiou]]/v", @"/[\w--\d--_]/v", @"/[\w&&\d&&[0-4]]/v", @"/[\q{abc|d|}e]/v", @"/[^\q{a|b}]/v", @"/[^\q{abc}&&a]/v", @"/[[^a]b]/v",
        @"/[\&\-\!\#\%\,\:\;\<\=\>\@\`\~]/v", @"/[\(\)\[\]\{\}\/\-\|\\]/v", "/[a&b]/v", "/[&]/v", "/[]/v", "/[^]/v", "/[[]]/v", @"/[\b]/v", @"/[a-z0-9[_]]/v", @"/[^a--\q{abc}]/v", "/[^[^a]]/v",
        @"/[\p{L}--[a-z]]/v", "/[!#]/v",
    ];

    /// <summary>`/pattern/flags` that are not, with the offset of the error.</summary>
    private static readonly (string Text, int Offset)[] Bad =
    [
        ("/a/x", 0), ("/a/gg", 1), ("/a/uv", 1), ("/a/vu", 1), ("/a/G", 0),
        ("/*/", 0), ("/a**/", 2), ("/a|+/", 2), ("/(?)/", 0), ("/^*/", 1), ("/{1}/", 0), ("/a{1}{2}/", 4), ("/a{2,1}/", 1), ("/a{100000000000000000000,1}/", 1), (@"/\b+/", 2),
        ("/{/u", 0), ("/a{/u", 1), ("/a{1/u", 1), ("/a{,1}/u", 1), ("/}/u", 0), ("/]/u", 0), ("/(?=a)*/u", 5), ("/(?<=a)*/", 6), ("/(?<!a)?/", 6),
        ("/(/", 0), ("/(a/", 0), ("/a)/", 1), ("/((a)/", 0), ("/[/", 0), ("/[a/", 0), (@"/[\]/", 0), (@"/\/", 0), (@"/[a\/", 2),
        (@"/\1/u", 0), (@"/(a)\2/u", 3), (@"/\01/u", 0), (@"/[\1]/u", 1), (@"/\c/u", 0), (@"/\c1/u", 0), (@"/[\c1]/u", 1), (@"/\x4/u", 0), (@"/\u004/u", 0), (@"/\u{110000}/u", 0), (@"/\u{}/u", 0), (@"/\u{4/u", 0),
        (@"/\a/u", 0), (@"/\-/u", 0), (@"/\k/u", 0), (@"/\k<a>/u", 0), (@"/(?<a>b)\k/", 7), (@"/(?<a>b)\k<b>/", 7), (@"/(?<a>b)[\k]/", 8), (@"/[\B]/u", 1),
        ("/(?<a>b)(?<a>c)/", 10), ("/(?<a>(?<a>b))/", 8), ("/(?:(?<a>b)|c)(?<a>d)/", 16), ("/(?<>a)/", 3), ("/(?<1>a)/", 3), ("/(?<a/", 3), ("/(?<a-b>c)/", 4), (@"/(?<\u{110000}>c)/", 3), (@"/(?<\x61>c)/", 3),
        ("/(?-:a)/", 2), ("/(?ii:a)/", 3), ("/(?i-i:a)/", 4), ("/(?g:a)/", 0), ("/(?i--m:a)/", 0), ("/(?i)a/", 0), ("/(?i/", 0),
        (@"/\p/u", 0), (@"/\p{/u", 0), (@"/\p{Foo}/u", 0), (@"/\p{l}/u", 0), (@"/\p{Script}/u", 0), (@"/\p{Script=}/u", 0), (@"/\p{Script=Foo}/u", 0), (@"/\p{ASCII=Y}/u", 0), (@"/\p{ L}/u", 0), (@"/\p{Block=ASCII}/u", 0),
        (@"/\p{RGI_Emoji}/u", 0), (@"/\P{RGI_Emoji}/v", 0), (@"/[^\p{RGI_Emoji}]/v", 0), (@"/[[^\q{ab}]]/v", 1), (@"/[^\q{}]/v", 0), (@"/\p{a|b}/u", 0), (@"/\p{|}/u", 0),
        ("/[z-a]/", 1), (@"/[\d-z]/u", 1), (@"/[a-\d]/u", 1), ("/[😀-😁]/", 2), ("/[b-a]/v", 1),
        ("/[(]/v", 1), ("/[a-]/v", 3), ("/[-a]/v", 1), ("/[a|b]/v", 2), ("/[{]/v", 1), ("/[/]/v", 1), ("/[a!!]/v", 2), ("/[^^^]/v", 2), ("/[[a]/v", 0), ("/[&&a]/v", 1), ("/[a&&]/v", 4), ("/[a--]/v", 4),
        ("/[a&&&b]/v", 4), ("/[a&&b--c]/v", 5), ("/[ab&&c]/v", 3), ("/[a&&bc]/v", 5), ("/[a-z&&b]/v", 4), ("/[b&&a-z]/v", 4), (@"/[\q{a]/v", 5), (@"/[\q{a/v", 1), (@"/[\q{(}]/v", 4), (@"/[\d-z]/v", 3), (@"/\q{a}/v", 0),
    ];

    [Fact]
    public void Accepts()
    {
        foreach (string text in Good)
        {
            (string pattern, string flags) = Split(text);
            Assert.True(RegExpValidator.TryValidate(pattern, flags, out RegExpError error), $"{text}: {error}");
        }
    }

    [Fact]
    public void Rejects()
    {
        List<string> wrong = [];
        foreach ((string text, int offset) in Bad)
        {
            (string pattern, string flags) = Split(text);
            if (RegExpValidator.TryValidate(pattern, flags, out RegExpError error)) wrong.Add($"{text} is accepted");
            else if (offset != error.Offset || error.Message.Length == 0) wrong.Add($"{text}: {error}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("(?:", ")", "")]
    [InlineData("(?<=", ")", "u")]
    [InlineData("[", "]", "v")]
    public void Depth_costs_no_stack(string open, string close, string flags)
    {
        string pattern = string.Concat(Enumerable.Repeat(open, 100_000)) + "a" + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.True(RegExpValidator.TryValidate(pattern, flags, out RegExpError error), error.ToString());
        Assert.False(RegExpValidator.TryValidate(pattern.AsSpan(0, pattern.Length - 1), flags, out _));
    }

    [Fact]
    public void Any_text_ends_in_an_answer()
    {
        const string alphabet = @"ab01\^$.*+?()[]{}|/-&!:<>=,pPkqucdxwimsv_";
        Random random = new(7);
        string[] flags = ["", "u", "v"];
        for (int i = 0; i < 200_000; i++)
        {
            string pattern = new(random.GetItems<char>(alphabet, random.Next(1, 14)));
            foreach (string flag in flags)
                if (!RegExpValidator.TryValidate(pattern, flag, out RegExpError error)) Assert.InRange(error.Offset, 0, pattern.Length);
        }
    }

    private static (string Pattern, string Flags) Split(string text)
    {
        int close = text.LastIndexOf('/');
        return (text[1..close], text[(close + 1)..]);
    }
}
