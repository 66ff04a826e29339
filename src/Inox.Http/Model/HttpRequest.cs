using System.Text;

namespace Inox.Http;

/// <summary>
/// A request as bytes in the buffer it was received in. Spans are valid until the exchange ends. Every engine fills it
/// through <see cref="RequestHeadParser"/>, so that all of them are equally strict.
/// </summary>
public sealed partial class HttpRequest
{
    internal const int MaxRouteValues = 16;

    private readonly HttpExchange _exchange;
    private readonly RouteValue[] _routeValues = new RouteValue[MaxRouteValues];
    private FieldEntry[] _entries = new FieldEntry[16];
    private int _entryCount;
    private int _routeValueCount;
    private byte[] _buffer = [];
    private int _origin;

    internal HttpRequest(HttpExchange exchange) => _exchange = exchange;

    public RequestMethod Method { get; internal set; }

    /// <summary>The method as it came; methods are case-sensitive.</summary>
    public ReadOnlySpan<byte> MethodBytes => At(MethodRange);

    /// <summary>The whole target as it came.</summary>
    public ReadOnlySpan<byte> Target => At(TargetRange);

    /// <summary>
    /// The path, percent-decoded and without dot segments; <c>%2F</c> stays as it is, so that segments are what the client meant.
    /// <c>*</c> for <c>OPTIONS *</c>, empty for CONNECT.
    /// </summary>
    public ReadOnlySpan<byte> Path => IsPathDecoded ? _path.AsSpan(_pathStart, _pathLength) : At(PathRange);

    /// <summary>The query without its question mark, still encoded.</summary>
    public ReadOnlySpan<byte> QueryBytes => At(QueryRange);

    /// <summary>The authority of the target when it has one, else of Host (RFC 9112 section 3.2.2).</summary>
    public ReadOnlySpan<byte> Authority => At(AuthorityRange);

    public RequestFields Fields => new(_buffer.AsSpan(_origin), _entries.AsSpan(0, _entryCount));

    /// <summary>0 or 1 for HTTP/1.x; 1 for HTTP/2 and HTTP/3.</summary>
    public int MinorVersion { get; internal set; } = 1;

    /// <summary>The declared length of the body; null when there is no body or it is chunked.</summary>
    public long? ContentLength { get; internal set; }

    /// <summary>Whether a body follows, even an empty one.</summary>
    public bool HasBody { get; internal set; }

    public bool IsSecure => _exchange.Transport.Info.IsSecure;

    /// <summary>Whether the client waits for 100 before it sends the body.</summary>
    internal bool ExpectsContinue { get; set; }

    internal bool KeepAlive { get; set; }

    /// <summary>Whether <c>Connection: upgrade</c> and <c>Upgrade</c> came together.</summary>
    public bool WantsUpgrade { get; internal set; }

    internal ByteRange MethodRange { get; set; }

    internal ByteRange TargetRange { get; set; }

    internal ByteRange PathRange { get; set; }

    internal ByteRange QueryRange { get; set; }

    internal ByteRange AuthorityRange { get; set; }

    internal int EntryCount => _entryCount;

    public override string ToString() => $"{Encoding.ASCII.GetString(MethodBytes)} {Encoding.UTF8.GetString(Target)}";

    /// <summary>Points the request at the bytes it was parsed from; ranges count from <paramref name="origin"/>.</summary>
    internal void Attach(byte[] buffer, int origin)
    {
        _buffer = buffer;
        _origin = origin;
    }

    internal ReadOnlySpan<byte> At(ByteRange range) => _buffer.AsSpan(_origin + range.Start, range.Length);

    internal void AddEntry(in FieldEntry entry)
    {
        if (_entryCount == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
        _entries[_entryCount++] = entry;
    }

    internal void Reset()
    {
        _entryCount = 0;
        _routeValueCount = 0;
        _buffer = [];
        Method = RequestMethod.Other;
        MethodRange = TargetRange = PathRange = QueryRange = AuthorityRange = default;
        ContentLength = null;
        HasBody = ExpectsContinue = KeepAlive = WantsUpgrade = false;
        MinorVersion = 1;
        ResetPath();
        ResetBody();
    }
}
