namespace Inox.Http.Jwt;

/// <summary>A rule about users that has a name, for <see cref="Allowed{TPolicy}"/>.</summary>
public interface IPolicy
{
    static abstract bool Allows(JwtUser user);
}

/// <summary>A user the policy allows: 401 without a valid token, 403 with one that is not enough. A handler with this parameter cannot be reached without.</summary>
public sealed class Allowed<TPolicy> : IFromRequest<Allowed<TPolicy>> where TPolicy : IPolicy
{
    private Allowed(JwtUser user) => User = user;

    public JwtUser User { get; }

    public static async ValueTask<Result<Allowed<TPolicy>, Problem>> FromRequestAsync(HttpExchange exchange)
    {
        Result<JwtUser, Problem> user = await JwtUser.FromRequestAsync(exchange);
        if (!user.IsOk) return user.Error;
        return TPolicy.Allows(user.Value) ? new Allowed<TPolicy>(user.Value) : BearerToken.Insufficient();
    }
}
