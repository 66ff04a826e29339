using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Inox.Http;

/// <summary>
/// The system calls of the Linux engine. Safe because every pointer comes from a <c>fixed</c> span whose length goes with it, and none is kept by
/// the kernel after the call. Calls on non-blocking sockets suppress the GC transition: they end within microseconds.
/// </summary>
internal static unsafe class Libc
{
    public const int EAGAIN = 11, EINTR = 4, ECONNABORTED = 103, EMFILE = 24, ENFILE = 23;
    public const uint EPOLLIN = 1, EPOLLOUT = 4, EPOLLERR = 8, EPOLLHUP = 16;
    public const int EPOLL_CTL_ADD = 1, EPOLL_CTL_DEL = 2, EPOLL_CTL_MOD = 3;

    private const int SockStream = 1, SockNonBlock = 0x800, SockCloseOnExec = 0x80000;
    private const int EpollCloseOnExec = 0x80000, EventNonBlock = 0x800, EventCloseOnExec = 0x80000;
    private const int SolSocket = 1, SoReuseAddress = 2, SoReusePort = 15, IpProtoTcp = 6, TcpNoDelay = 1, IpProtoV6 = 41, V6Only = 26;
    private const int MsgNoSignal = 0x4000;
    private const int ShutWrite = 1;
    private const int AddressSize = 28;

    // The kernel packs epoll_event on x86-64 alone.
    private static readonly bool s_isPacked = RuntimeInformation.ProcessArchitecture == Architecture.X64;

    public static int EventSize => s_isPacked ? 12 : 16;

    public static int LastError => Marshal.GetLastSystemError();

    public static int Receive(int socket, Span<byte> buffer)
    {
        fixed (byte* pointer = buffer) return (int)recv(socket, pointer, (nuint)buffer.Length, 0);
    }

    public static int Send(int socket, ReadOnlySpan<byte> data)
    {
        fixed (byte* pointer = data) return (int)send(socket, pointer, (nuint)data.Length, MsgNoSignal);
    }

    /// <summary>Sends two spans in one call.</summary>
    public static int Send(int socket, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        fixed (byte* one = first, two = second)
        {
            IoVector* vectors = stackalloc IoVector[2];
            vectors[0] = new() { Base = one, Length = (nuint)first.Length };
            vectors[1] = new() { Base = two, Length = (nuint)second.Length };
            MessageHeader message = new() { Vectors = vectors, VectorCount = 2 };
            return (int)sendmsg(socket, &message, MsgNoSignal);
        }
    }

    public static int Accept(int listener) => accept4(listener, null, null, SockNonBlock | SockCloseOnExec);

    public static void Close(int descriptor) => _ = close(descriptor);

    public static void ShutdownWrite(int socket) => _ = shutdown(socket, ShutWrite);

    public static int CreateEpoll() => Check(epoll_create1(EpollCloseOnExec), "epoll_create1");

    public static int CreateEvent() => Check(eventfd(0, EventNonBlock | EventCloseOnExec), "eventfd");

    public static void SignalEvent(int descriptor)
    {
        ulong one = 1;
        _ = write(descriptor, &one, 8);
    }

    public static void DrainEvent(int descriptor)
    {
        ulong count;
        _ = read(descriptor, &count, 8);
    }

    public static void Control(int epoll, int operation, int descriptor, uint interest, ulong data)
    {
        byte* record = stackalloc byte[16];
        *(uint*)record = interest;
        *(ulong*)(record + (s_isPacked ? 4 : 8)) = data;
        Check(epoll_ctl(epoll, operation, descriptor, record), "epoll_ctl");
    }

    /// <summary>Waits for events; 0 when interrupted or timed out.</summary>
    public static int Wait(int epoll, Span<byte> events, int timeout)
    {
        fixed (byte* pointer = events) return Math.Max(0, epoll_wait(epoll, pointer, events.Length / EventSize, timeout));
    }

    public static (uint Events, ulong Data) EventAt(ReadOnlySpan<byte> events, int index)
    {
        ReadOnlySpan<byte> record = events[(index * EventSize)..];
        return (MemoryMarshal.Read<uint>(record), MemoryMarshal.Read<ulong>(record[(s_isPacked ? 4 : 8)..]));
    }

    /// <summary>A listening socket that shares its port with those of the other loops. TCP_NODELAY is inherited by what it accepts.</summary>
    /// <exception cref="SocketException">The address is in use or not ours.</exception>
    public static int Listen(IPEndPoint address, int backlog)
    {
        int socket = Bind(address, isShared: true);
        try
        {
            Check(listen(socket, backlog), "listen");
            return socket;
        }
        catch
        {
            Close(socket);
            throw;
        }
    }

    /// <summary>Asks for an address alone. The listeners of all loops share it, and would share it with those of another process as well: each would get some of the connections.</summary>
    /// <exception cref="SocketException">The address is in use or not ours.</exception>
    public static void RequireFree(IPEndPoint address) => Close(Bind(address, isShared: false));

    private static int Bind(IPEndPoint address, bool isShared)
    {
        int socket = Check(Libc.socket(address.AddressFamily == AddressFamily.InterNetworkV6 ? 10 : 2, SockStream | SockNonBlock | SockCloseOnExec, 0), "socket");
        try
        {
            SetOption(socket, SolSocket, SoReuseAddress, 1);
            if (isShared) SetOption(socket, SolSocket, SoReusePort, 1);
            SetOption(socket, IpProtoTcp, TcpNoDelay, 1);
            if (address.AddressFamily == AddressFamily.InterNetworkV6) SetOption(socket, IpProtoV6, V6Only, address.Address.Equals(IPAddress.IPv6Any) ? 0 : 1);
            byte* raw = stackalloc byte[AddressSize];
            int length = WriteAddress(address, new Span<byte>(raw, AddressSize));
            Check(bind(socket, raw, length), "bind");
            return socket;
        }
        catch
        {
            Close(socket);
            throw;
        }
    }

    public static IPEndPoint? LocalAddress(int socket)
    {
        byte* raw = stackalloc byte[AddressSize];
        int length = AddressSize;
        return getsockname(socket, raw, &length) < 0 ? null : ReadAddress(new(raw, AddressSize));
    }

    public static IPEndPoint? RemoteAddress(int socket)
    {
        byte* raw = stackalloc byte[AddressSize];
        int length = AddressSize;
        return getpeername(socket, raw, &length) < 0 ? null : ReadAddress(new(raw, AddressSize));
    }

    // sockaddr_in and sockaddr_in6: family in host order, port in network order.
    private static int WriteAddress(IPEndPoint address, Span<byte> raw)
    {
        raw.Clear();
        raw[2] = (byte)(address.Port >> 8);
        raw[3] = (byte)address.Port;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            MemoryMarshal.Write(raw, (ushort)10);
            address.Address.TryWriteBytes(raw[8..], out _);
            MemoryMarshal.Write(raw[24..], (uint)address.Address.ScopeId);
            return 28;
        }
        MemoryMarshal.Write(raw, (ushort)2);
        address.Address.TryWriteBytes(raw[4..], out _);
        return 16;
    }

    private static IPEndPoint? ReadAddress(ReadOnlySpan<byte> raw)
    {
        int port = raw[2] << 8 | raw[3];
        return MemoryMarshal.Read<ushort>(raw) switch
        {
            2 => new(new IPAddress(raw.Slice(4, 4)), port),
            10 => new(new IPAddress(raw.Slice(8, 16), MemoryMarshal.Read<uint>(raw[24..])), port),
            _ => null,
        };
    }

    private static void SetOption(int socket, int level, int name, int value) =>
        Check(setsockopt(socket, level, name, &value, sizeof(int)), "setsockopt");

    private static int Check(int result, string call)
    {
        if (result >= 0) return result;
        int error = LastError;
        SocketError? known = error switch { 98 => SocketError.AddressAlreadyInUse, 99 => SocketError.AddressNotAvailable, 13 => SocketError.AccessDenied, _ => null };
        throw known is { } code ? new SocketException((int)code) : new SocketException((int)SocketError.SocketError, $"{call} failed with error {error}");
    }

    private struct IoVector
    {
        public void* Base;
        public nuint Length;
    }

    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

#pragma warning disable SYSLIB1054 // All arguments are blittable: there is nothing to generate.
    [DllImport("libc"), SuppressGCTransition]
    private static extern nint recv(int socket, byte* buffer, nuint length, int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern nint send(int socket, byte* buffer, nuint length, int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern nint sendmsg(int socket, MessageHeader* message, int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int accept4(int socket, byte* address, int* length, int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int close(int descriptor);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int shutdown(int socket, int how);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int epoll_create1(int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int epoll_ctl(int epoll, int operation, int descriptor, byte* record);

    [DllImport("libc")]
    private static extern int epoll_wait(int epoll, byte* events, int count, int timeout);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int eventfd(uint initial, int flags);

    [DllImport("libc"), SuppressGCTransition]
    private static extern nint write(int descriptor, void* buffer, nuint length);

    [DllImport("libc"), SuppressGCTransition]
    private static extern nint read(int descriptor, void* buffer, nuint length);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int socket(int family, int type, int protocol);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int setsockopt(int socket, int level, int name, void* value, int length);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int bind(int socket, byte* address, int length);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int listen(int socket, int backlog);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int getsockname(int socket, byte* address, int* length);

    [DllImport("libc"), SuppressGCTransition]
    private static extern int getpeername(int socket, byte* address, int* length);
#pragma warning restore SYSLIB1054
}
