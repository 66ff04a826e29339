using System.IO.Pipelines;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Inox.Http.AspNetCore;

/// <summary>
/// An exchange over ASP.NET Core's features, whether Kestrel or a middleware pipeline has them. The head is written down and read by the parser of the own engine, so
/// that handlers see the same bytes on both.
/// </summary>
internal sealed class FeatureTransport : ExchangeTransport
{
    private readonly IFeatureCollection _features;
    private readonly IHttpRequestFeature _request;
    private readonly IHttpResponseFeature _response;
    private readonly IHttpResponseBodyFeature _body;
    private readonly CancellationTokenRegistration _aborted;

    public FeatureTransport(HttpApp app, IFeatureCollection features)
    {
        _features = features;
        _request = features.GetRequiredFeature<IHttpRequestFeature>();
        _response = features.GetRequiredFeature<IHttpResponseFeature>();
        _body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        Exchange = new() { App = app, Transport = this };
        _aborted = features.Get<IHttpRequestLifetimeFeature>()?.RequestAborted.UnsafeRegister(static state => ((HttpExchange)state!).Abort(), Exchange) ?? default;
    }

    public HttpExchange Exchange { get; }

    public override ConnectionInfo Info
    {
        get
        {
            IHttpConnectionFeature? connection = _features.Get<IHttpConnectionFeature>();
            return new(EndPoint(connection?.RemoteIpAddress, connection?.RemotePort), EndPoint(connection?.LocalIpAddress, connection?.LocalPort), _request.Scheme == "https", _request.Protocol);
        }
    }

    /// <summary>Reads the head; false when it is one the own engine refuses.</summary>
    public bool TryRead(out int status, out string detail)
    {
        byte[] head = WriteHead(out bool isUnknownLength);
        HttpRequest request = Exchange.Request;
        request.Attach(head, 0);
        RequestHeadParser parser = default;
        bool isRead = parser.Parse(head, request, Exchange.App.Limits with { MaxHead = int.MaxValue, MaxRequestLine = int.MaxValue }, out HeadFault? fault);
        status = fault?.Status ?? 400;
        detail = fault?.Detail ?? "the request is not complete";
        if (isUnknownLength) request.HasBody = true;
        return isRead;
    }

    public void Refuse(int status, string detail) => Problem.Write(Exchange.Response, status, detail);

    public override bool TryGetBufferedBody(out ReadOnlyMemory<byte> body)
    {
        body = default;
        return false;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation = default)
    {
        try
        {
            return await _request.Body.ReadAsync(destination, cancellation);
        }
        catch (BadHttpRequestException exception)
        {
            throw new BadRequestException(exception.StatusCode, exception.Message);
        }
    }

    public override ValueTask StartAsync()
    {
        CopyHead();
        return new(_body.StartAsync());
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        FlushResult flushed = await _body.Writer.WriteAsync(data);
        if (flushed.IsCompleted || flushed.IsCanceled) throw new IOException("the client has closed the connection");
    }

    // Kestrel has no way to send an interim response: hints are only hints.
    public override ValueTask SendInterimAsync(int status, ReadOnlyMemory<byte> fields) => default;

    public override async ValueTask<Stream> UpgradeAsync()
    {
        if (_features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade) throw new InvalidOperationException("this connection cannot be upgraded");
        CopyHead();
        return await upgrade.UpgradeAsync();
    }

    public override void Abort() => _features.Get<IHttpRequestLifetimeFeature>()?.Abort();

    /// <summary>Sends what the handler left to be sent.</summary>
    public async Task CompleteAsync()
    {
        HttpResponse response = Exchange.Response;
        if (!response.HasStarted)
        {
            response.Seal();
            ReadOnlyMemory<byte> content = response.Body;
            if (response.Status is not (204 or 304 or < 200)) response.ContentLength ??= content.Length;
            CopyHead();
            if (!response.IsBodyless && content.Length > 0) await _body.Writer.WriteAsync(content);
        }
    }

    /// <summary>The context a middleware of ASP.NET Core works on.</summary>
    public HttpContext Context(ExchangeFeature exchange)
    {
        _features.Set(exchange);
        return new DefaultHttpContext(_features) { RequestServices = Exchange.App.Services! };
    }

    public void End()
    {
        _aborted.Dispose();
        Exchange.Reset();
    }

    private void CopyHead()
    {
        HttpResponse response = Exchange.Response;
        _response.StatusCode = response.Status;
        for (int i = 0; i < response.FieldCount; i++)
        {
            FieldLine line = response.FieldAt(i);
            string name = Encoding.ASCII.GetString(line.Name);
            _response.Headers[name] = StringValues.Concat(_response.Headers[name], Encoding.UTF8.GetString(line.Value));
        }
        if (response.ContentLength is { } length) _response.Headers.ContentLength = length;
        if (response.CloseConnection && _request.Protocol == "HTTP/1.1") _response.Headers.Connection = "close";
    }

    private byte[] WriteHead(out bool isUnknownLength)
    {
        IHeaderDictionary headers = _request.Headers;
        List<(string, string)> fields = [];
        bool isChunked = headers.TransferEncoding.Count > 0;
        foreach ((string name, StringValues values) in headers)
        {
            // Pseudo-fields of HTTP/2 are in Host already; a coding is already undone.
            if (name.StartsWith(':') || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (string? value in values) fields.Add((name, value ?? ""));
        }
        bool canHaveBody = _features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? isChunked;
        isUnknownLength = canHaveBody && headers.ContentLength is null;
        string target = string.IsNullOrEmpty(_request.RawTarget) ? _request.PathBase + _request.Path + _request.QueryString : _request.RawTarget;
        return RequestHead.Write(_request.Method, target, [.. fields], null);
    }

    private static IPEndPoint? EndPoint(IPAddress? address, int? port) => address is null ? null : new(address, port ?? 0);
}
