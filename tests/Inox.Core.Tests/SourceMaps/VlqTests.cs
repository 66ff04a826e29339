using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class VlqTests
{
    [Fact]
    public void KnownNumbers()
    {
        (int Value, string Text)[] rows =
        [
            (0, "A"), (1, "C"), (-1, "D"), (2, "E"), (-2, "F"), (15, "e"), (-15, "f"), (16, "gB"), (-16, "hB"), (31, "+B"), (32, "gC"), (511, "+f"), (512, "ggB"),
            (1023, "+/B"), (123456, "gkxH"), (-123456, "hkxH"), (int.MaxValue, "+/////D"), (-int.MaxValue, "//////D"), (int.MinValue, "hgggggE"),
        ];
        foreach ((int value, string text) in rows)
        {
            byte[] bytes = new byte[Vlq.MaxLength];
            Assert.Equal(text, Encoding.ASCII.GetString(bytes, 0, Vlq.Write(value, bytes)));
            int position = 0;
            Assert.True(Vlq.TryRead(Encoding.ASCII.GetBytes(text), ref position, out int read));
            Assert.Equal(value, read);
            Assert.Equal(text.Length, position);
        }
    }

    [Fact]
    public void BadNumbers()
    {
        foreach (string text in (string[])["", "g", "gg", "!", "g!", "é", "ggggggE", "ggggggggA", "+//////", "//////H"])
        {
            int position = 0;
            Assert.False(Vlq.TryRead(Encoding.UTF8.GetBytes(text), ref position, out _), text);
        }
    }

    [Fact]
    public void AllNumbersComeBack()
    {
        Random random = new(1);
        byte[] bytes = new byte[Vlq.MaxLength];
        for (int i = 0; i < 100_000; i++)
        {
            int value = random.Next(int.MinValue, int.MaxValue) >> random.Next(31);
            int length = Vlq.Write(value, bytes);
            int position = 0;
            Assert.True(Vlq.TryRead(bytes.AsSpan(0, length), ref position, out int read));
            Assert.Equal((value, length), (read, position));
        }
    }
}
