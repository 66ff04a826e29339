namespace Inox.Http;

/// <summary>The system does not let the application listen on an address: it is in use, not one of this machine, or not for this user.</summary>
public sealed class ListenException(string message, Exception inner) : IOException(message, inner);
