using System.Text;

namespace Inox.Http;

/// <summary>Compares the <c>Origin</c> of a page with the host it asks.</summary>
internal static class Origins
{
    /// <summary>By host and port; which of them is a default depends on the page's scheme, since TLS may end at a proxy.</summary>
    public static bool IsOfHost(string origin, ReadOnlySpan<byte> authority) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && Uri.TryCreate($"{page.Scheme}://{Encoding.ASCII.GetString(authority)}", UriKind.Absolute, out Uri? own) && page.Authority == own.Authority;
}
