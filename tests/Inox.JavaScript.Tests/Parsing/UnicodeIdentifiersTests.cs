using Inox.JavaScript.Parsing;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class UnicodeIdentifiersTests
{
    [Theory]
    [InlineData('a', true, true)]
    [InlineData('Z', true, true)]
    [InlineData('0', false, true)]
    [InlineData('_', false, true)]
    [InlineData('$', false, false)]
    [InlineData('-', false, false)]
    [InlineData(0x7F, false, false)]
    [InlineData(0xAA, true, true)]
    [InlineData(0xB7, false, true)] // Other_ID_Continue
    [InlineData(0x2118, true, true)] // Other_ID_Start
    [InlineData(0x212E, true, true)]
    [InlineData(0x309B, true, true)]
    [InlineData(0x1885, true, true)]
    [InlineData(0x19DA, false, true)]
    [InlineData(0x2E2F, false, false)] // a letter that is Pattern_Syntax
    [InlineData(0x200C, false, true)] // the joiners are Other_ID_Continue since Unicode 16
    [InlineData(0x30FB, false, true)]
    [InlineData(0xD800, false, false)]
    [InlineData(0x10000, true, true)]
    [InlineData(0x1D7CE, false, true)]
    [InlineData(0x16EA0, true, true)] // Beria Erfe, new in Unicode 17
    [InlineData(0x3347A, false, false)]
    [InlineData(0xE0100, false, true)]
    [InlineData(0xE01F0, false, false)]
    [InlineData(0x10FFFF, false, false)]
    public void Code_point(int codePoint, bool start, bool part)
    {
        Assert.Equal(start, UnicodeIdentifiers.IsStart(codePoint));
        Assert.Equal(part, UnicodeIdentifiers.IsContinue(codePoint));
    }

    [Fact]
    public void What_starts_also_continues()
    {
        for (int codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
            Assert.True(!UnicodeIdentifiers.IsStart(codePoint) || UnicodeIdentifiers.IsContinue(codePoint), codePoint.ToString("X"));
    }
}
