using System.Text;

namespace Inox.Http;

/// <summary>A session as bytes: when it was saved, how many values, their names and texts.</summary>
internal static class SessionData
{
    public static byte[] Write(DateTimeOffset savedAt, Dictionary<string, string> values)
    {
        MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(savedAt.ToUnixTimeMilliseconds());
        writer.Write7BitEncodedInt(values.Count);
        foreach ((string name, string text) in values)
        {
            writer.Write(name);
            writer.Write(text);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>False for bytes of another form, such as those of an older release.</summary>
    public static bool TryRead(byte[] bytes, out DateTimeOffset savedAt, out Dictionary<string, string> values)
    {
        values = [];
        savedAt = default;
        try
        {
            using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
            savedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());
            for (int count = reader.Read7BitEncodedInt(); count > 0; count--) values[reader.ReadString()] = reader.ReadString();
            return true;
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return false;
        }
    }
}
