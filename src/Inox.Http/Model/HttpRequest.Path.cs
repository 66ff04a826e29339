using System.Buffers;

namespace Inox.Http;

public sealed partial class HttpRequest
{
    private byte[] _path = [];
    private int _pathStart;
    private int _pathLength;

    private bool IsPathDecoded { get; set; }

    /// <summary>How many parameters the matched route has.</summary>
    public int RouteValueCount => _routeValueCount;

    /// <summary>What the parameter at this place of the matched route is; <c>%2F</c> is still encoded in it.</summary>
    public ReadOnlySpan<byte> RouteValue(int index)
    {
        RouteValue value = _routeValues[index];
        return Path.Slice(value.Start, value.Length);
    }

    /// <summary>Records a parameter of the route under trial; called by generated routers.</summary>
    public void SetRouteValue(int index, int start, int length)
    {
        _routeValues[index] = new(start, length);
        _routeValueCount = Math.Max(_routeValueCount, index + 1);
    }

    /// <summary>Lets what was mounted at a prefix see the path behind it. Restored with <see cref="RestorePath"/>.</summary>
    internal int EnterPrefix(int length)
    {
        if (!IsPathDecoded)
        {
            ReadOnlySpan<byte> path = Path;
            BeginDecodedPath(path.Length);
            path.CopyTo(_path);
            EndDecodedPath(path.Length);
        }
        int before = _pathStart;
        _pathStart += length;
        _pathLength -= length;
        return before;
    }

    internal void RestorePath(int start)
    {
        _pathLength += _pathStart - start;
        _pathStart = start;
    }

    /// <summary>A buffer for a path whose escapes and dot segments are resolved.</summary>
    internal Span<byte> BeginDecodedPath(int capacity)
    {
        if (_path.Length < capacity)
        {
            if (_path.Length > 0) ArrayPool<byte>.Shared.Return(_path);
            _path = ArrayPool<byte>.Shared.Rent(capacity);
        }
        return _path;
    }

    internal void EndDecodedPath(int length)
    {
        IsPathDecoded = true;
        _pathStart = 0;
        _pathLength = length;
    }

    private void ResetPath() => IsPathDecoded = false;
}
