using System.Text;

namespace Inox.Http;

/// <summary>What an application answered to a <see cref="TestClient"/>.</summary>
public sealed record TestResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Fields, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The first field of this name; null when there is none.</summary>
    public string? Field(string name)
    {
        foreach ((string each, string value) in Fields)
        {
            if (each.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }
}
