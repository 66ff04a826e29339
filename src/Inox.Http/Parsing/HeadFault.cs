namespace Inox.Http;

/// <summary>Why a request is refused before any handler sees it.</summary>
internal sealed record HeadFault(int Status, string Detail)
{
    public static readonly HeadFault BareLineFeed = new(400, "a line ends with LF alone");
    public static readonly HeadFault RequestLine = new(400, "the request line is malformed");
    public static readonly HeadFault RequestLineTooLong = new(414, "the request line is too long");
    public static readonly HeadFault Method = new(400, "the method is no token");
    public static readonly HeadFault Version = new(400, "the version is malformed");
    public static readonly HeadFault VersionNotSupported = new(505, "only HTTP/1.0 and HTTP/1.1 are served here");
    public static readonly HeadFault Target = new(400, "the request target is malformed");
    public static readonly HeadFault TargetForm = new(400, "the request target does not have a form this method allows");
    public static readonly HeadFault Escape = new(400, "the path holds a malformed percent-encoding");
    public static readonly HeadFault Traversal = new(400, "the path leads above its root");
    public static readonly HeadFault HeadTooLarge = new(431, "the fields are too large");
    public static readonly HeadFault TooManyFields = new(431, "there are too many fields");
    public static readonly HeadFault Folding = new(400, "a field line is folded or starts with white space");
    public static readonly HeadFault FieldName = new(400, "a field name is no token");
    public static readonly HeadFault FieldValue = new(400, "a field value holds a control character");
    public static readonly HeadFault HostMissing = new(400, "Host is missing");
    public static readonly HeadFault HostRepeated = new(400, "Host is repeated");
    public static readonly HeadFault HostMalformed = new(400, "Host is malformed");
    public static readonly HeadFault LengthMalformed = new(400, "Content-Length is malformed");
    public static readonly HeadFault LengthRepeated = new(400, "Content-Length is repeated");
    public static readonly HeadFault LengthAndCoding = new(400, "Content-Length and Transfer-Encoding came together");
    public static readonly HeadFault CodingMalformed = new(400, "Transfer-Encoding is malformed");
    public static readonly HeadFault CodingNotFinal = new(400, "chunked is not the final transfer coding, or is repeated");
    public static readonly HeadFault CodingInOldVersion = new(400, "Transfer-Encoding came with HTTP/1.0");
    public static readonly HeadFault CodingUnknown = new(501, "only the transfer coding chunked is known here");
    public static readonly HeadFault BodyTooLarge = new(413, "the body is too large");
    public static readonly HeadFault TraceWithBody = new(400, "TRACE came with a body");
    public static readonly HeadFault Expectation = new(417, "only 100-continue can be expected");
    public static readonly HeadFault Timeout = new(408, "the request took too long");
    public static readonly HeadFault Chunk = new(400, "the chunked body is malformed");
}
