using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class WriterTests
{
    [Fact]
    public void CharsGrow()
    {
        using CharWriter writer = new(1);
        StringBuilder expected = new();
        Random random = new(3);
        for (int i = 0; i < 2000; i++)
        {
            string text = new('é', random.Next(40));
            writer.Write(text);
            writer.Write('x');
            writer.Write(i - 1000);
            writer.Write(' ', i % 5);
            expected.Append(text).Append('x').Append(i - 1000).Append(' ', i % 5);
        }
        Assert.Equal(expected.ToString(), writer.ToString());
        Assert.Equal(expected.Length, writer.Length);
        Assert.Equal(Encoding.UTF8.GetBytes(expected.ToString()), writer.ToUtf8());
        using ByteWriter bytes = new(1);
        bytes.Write("a"u8);
        writer.WriteUtf8(bytes);
        Assert.Equal("a" + expected, Encoding.UTF8.GetString(bytes.AsSpan()));
    }

    [Fact]
    public void CharsCanBeTakenBack()
    {
        using CharWriter writer = new();
        Assert.Equal('\0', writer.Last);
        writer.Write("abc");
        Assert.Equal(('c', 'b'), (writer.Last, writer[1]));
        writer.Truncate(1);
        writer.GetSpan(2)[0] = 'z';
        writer.Advance(1);
        Assert.Equal("az", writer.ToString());
        Assert.Equal("z", writer.AsSpan(1).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Truncate(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Truncate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(-1));
    }

    [Fact]
    public void DecodesByByteOrderMark()
    {
        byte[][] files =
        [
            "é"u8.ToArray(), [0xEF, 0xBB, 0xBF, .. "é"u8], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("é")], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("é")],
        ];
        foreach (byte[] file in files) Assert.Equal("é", SourceText.Decode("a", file).Text);
    }

    [Fact]
    public void LinesEndAsInEcmaScript()
    {
        SourceText text = new("a", "a\nb\rc\r\nd\u2028e\u2029\n");
        Assert.Equal(7, text.LineCount);
        string[] lines = [.. Enumerable.Range(0, 7).Select(i => text.GetLine(i).ToString())];
        Assert.Equal(["a", "b", "c", "d", "e", "", ""], lines);
        Assert.Equal(new(2, 0), text.GetLineColumn(4));
        Assert.Equal(new(2, 2), text.GetLineColumn(6));
        Assert.Equal(new(6, 0), text.GetLineColumn(text.Text.Length));
        Assert.Equal(7, text.GetOffset(new(3, 0)));
    }
}
