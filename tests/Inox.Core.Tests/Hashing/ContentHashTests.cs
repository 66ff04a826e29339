using System.Text;
using Xunit;

namespace Inox.Core.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void EqualsThePublishedVectors()
    {
        (string Text, string Hash)[] rows =
        [
            ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"), ("hello, world", "342fac623a5ebc8e4cdcbc079642414d"),
            ("19 Jan 2038 at 3:14:07 AM", "b89e5988b737affc664fc2950231b2cb"), ("The quick brown fox jumps over the lazy dog.", "cd99481f9ee902c9695da1a38987b6e7"),
        ];
        foreach ((string text, string hash) in rows) Assert.Equal(hash, ContentHash.Of(Encoding.UTF8.GetBytes(text)).ToString());
    }

    [Fact]
    public void PiecesMakeNoDifference()
    {
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            ContentHasher hasher = new();
            for (int start = 0; start < bytes.Length;)
            {
                int end = Math.Min(start + random.Next(40), bytes.Length);
                hasher.Append(bytes.AsSpan(start..end));
                hasher.ToHash();
                start = end;
            }
            Assert.Equal(ContentHash.Of(bytes), hasher.ToHash());
        }
    }

    [Fact]
    public void EveryBitCounts()
    {
        byte[] bytes = new byte[67];
        HashSet<ContentHash> seen = [ContentHash.Of(bytes)];
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(ContentHash.Of(bytes)));
            bytes[bit / 8] = 0;
        }
        for (int length = 0; length < 67; length++) Assert.True(seen.Add(ContentHash.Of(bytes.AsSpan(0, length))));
    }

    [Fact]
    public void NamesAreBase32()
    {
        ContentHash hash = new(0x00443214c74254b6, 0x35cf84653a56d7c6);
        Assert.Equal("abcdefghijklmnopqrstuvwxy", hash.ToName(25));
        Assert.Equal("abcdefgh", hash.ToName());
        Assert.Equal("", hash.ToName(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => hash.ToName(26));
        Assert.Throws<ArgumentOutOfRangeException>(() => hash.ToName(-1));
    }

    [Fact]
    public void TextsAndNumbersCount()
    {
        Assert.Equal(ContentHash.Of(Encoding.Unicode.GetBytes("é")), ContentHash.Of("é"));
        ContentHasher a = new(), b = new();
        a.Append(1);
        a.Append(ContentHash.Of("x"));
        b.Append(2);
        b.Append(ContentHash.Of("x"));
        Assert.NotEqual(a.ToHash(), b.ToHash());
    }
}
