namespace Inox.Http;

/// <summary>A body that broke its framing or a limit while a handler read it. Unhandled, it becomes a problem response of its status.</summary>
public sealed class BadRequestException(int status, string message) : IOException(message)
{
    public int Status { get; } = status;
}
