namespace Inox.Http;

/// <summary>Entity tags and the preconditions on them (RFC 9110 sections 8.8.3 and 13).</summary>
internal static class EntityTags
{
    /// <summary>Whether a list such as <c>"a", W/"b"</c> or <c>*</c> holds this tag, by the weak comparison.</summary>
    public static bool Matches(ReadOnlySpan<byte> list, ReadOnlySpan<byte> tag)
    {
        if (list.SequenceEqual("*"u8)) return true;
        ReadOnlySpan<byte> bare = WithoutWeak(tag);
        while (!list.IsEmpty)
        {
            int comma = list.IndexOf((byte)',');
            ReadOnlySpan<byte> each = Characters.Trim(comma < 0 ? list : list[..comma]);
            if (WithoutWeak(each).SequenceEqual(bare)) return true;
            list = comma < 0 ? default : list[(comma + 1)..];
        }
        return false;
    }

    private static ReadOnlySpan<byte> WithoutWeak(ReadOnlySpan<byte> tag) => tag.StartsWith("W/"u8) ? tag[2..] : tag;
}
