using Microsoft.Extensions.Caching.Memory;

namespace Pathfinity.Web;

/// <summary>What was read a moment ago, shared by all who look at the same thing.</summary>
internal sealed class Recent(IMemoryCache cache)
{
    /// <param name="life">How old the value may be.</param>
    public async Task<T> GetAsync<T>(string key, TimeSpan life, Func<Task<T>> read)
    {
        var reading = cache.GetOrCreate(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = life;
            return read();
        })!;
        try
        {
            return await reading;
        }
        catch
        {
            cache.Remove(key);
            throw;
        }
    }
}
