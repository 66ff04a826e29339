namespace Inox.Http;

/// <summary>The methods some path can be asked with.</summary>
[Flags]
public enum MethodSet : ushort
{
    None = 0,
    Get = 1 << RequestMethod.Get,
    Head = 1 << RequestMethod.Head,
    Post = 1 << RequestMethod.Post,
    Put = 1 << RequestMethod.Put,
    Delete = 1 << RequestMethod.Delete,
    Patch = 1 << RequestMethod.Patch,
    Options = 1 << RequestMethod.Options,
    Trace = 1 << RequestMethod.Trace,
    Connect = 1 << RequestMethod.Connect,
}
