namespace Inox.Http;

/// <summary>The methods of RFC 9110 section 9 and PATCH (RFC 5789); the name of any other is in <see cref="HttpRequest.MethodBytes"/>.</summary>
public enum RequestMethod : byte
{
    Other,
    Get,
    Head,
    Post,
    Put,
    Delete,
    Patch,
    Options,
    Trace,
    Connect,
}
