using System.Net;

namespace Inox.Http;

/// <summary>Where a request came from and arrived.</summary>
/// <param name="Remote">The client's address; null on a transport without one, such as the test client.</param>
/// <param name="Local">The server's address.</param>
/// <param name="IsSecure">Whether the connection is TLS.</param>
/// <param name="Protocol">Such as <c>HTTP/1.1</c>.</param>
public sealed record ConnectionInfo(IPEndPoint? Remote, IPEndPoint? Local, bool IsSecure, string Protocol);
