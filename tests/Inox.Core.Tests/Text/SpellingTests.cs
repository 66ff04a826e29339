using Xunit;

namespace Inox.Core.Tests;

public sealed class SpellingTests
{
    [Fact]
    public void FindsWhatWasMeant()
    {
        (string Name, string[] Candidates, string? Expected)[] rows =
        [
            ("fucntion", ["class", "function", "fraction"], "function"), ("colour", ["color", "columns"], "color"), ("flexx", ["flex", "float"], "flex"), ("useEfect", ["useState", "useEffect"], "useEffect"),
            ("abc", [], null), ("abc", ["abc"], null), ("abc", ["xyz"], null), ("abc", ["ABC"], "ABC"), ("ab", ["ac"], null), ("ab", ["AB"], "AB"), ("a", ["b"], null), ("", ["a"], null), ("abc", ["abd", "abb"], "abb"),
            ("abc", ["abcd", "Abc"], "Abc"), ("teh", ["the"], "the"), ("let", ["length"], null), ("display", ["dispaly"], "dispaly"), ("externals", ["external", "extrenal"], "external"), ("minfiyy", ["minify"], "minify"),
            ("sourcemap", ["sourceMap", "sourcemaps"], "sourceMap"), ("background-colr", ["background-color", "background"], "background-color"), ("abcdef", ["badcfe"], null), ("caf\u00e9", ["cafe"], "cafe"),
        ];
        foreach ((string name, string[] candidates, string? expected) in rows)
        {
            Assert.True(expected == Spelling.Closest(name, candidates), $"{name}: {Spelling.Closest(name, candidates)}");
            Assert.Equal(expected, Spelling.Closest(name, candidates.Reverse()));
        }
        Assert.Null(Spelling.Closest(new string('a', 1000), [new string('a', 999)]));
    }
}
