/* The three policies of chapter 1 in plain scalar C, one run after the other: what a careful programmer
   would write without vector instructions. Compiled on the spot by run.py with gcc -O3 -march=native.
   Same definitions as simlib: ties go to the first arm, and each run deals the arms in its own order; regret is
   recorded at the end. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct { uint64_t s[4]; } rng_t; /* xoshiro256+ (Blackman and Vigna) */

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline double uniform(rng_t *r) {
    uint64_t *s = r->s, result = s[0] + s[3], t = s[1] << 17;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
    return (result >> 11) * 0x1p-53;
}

static void seed_rng(rng_t *r, uint64_t x) { /* SplitMix64 */
    for (int i = 0; i < 4; i++) {
        uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        r->s[i] = z ^ (z >> 31);
    }
}

static int first_best(const double *x) {
    int arm = 0;
    double best = x[0];
    for (int k = 1; k < K; k++) if (x[k] > best) { best = x[k]; arm = k; }
    return arm;
}

/* each run deals the arms in its own random order, as simlib does */
static void deal(rng_t *r, const double *means, double *p) {
    for (int k = 0; k < K; k++) p[k] = means[k];
    for (int k = K - 1; k > 0; k--) {
        int j = (int)(uniform(r) * (k + 1));
        double x = p[k]; p[k] = p[j]; p[j] = x;
    }
}

#define RUNS(NAME, ARGS) \
void NAME(const double *means, long horizon, long runs, uint64_t seed, ARGS, double *regret) { \
    double top = 0; \
    for (int k = 0; k < K; k++) if (means[k] > top) top = means[k]; \
    for (long run = 0; run < runs; run++) { \
        rng_t r; seed_rng(&r, seed + 1000003ULL * run); \
        double p[K], mean[K] = {0}, total = 0; long pulls[K] = {0}; \
        deal(&r, means, p);

#define PULL(arm) \
        double reward = uniform(&r) < p[arm]; \
        pulls[arm]++; mean[arm] += (reward - mean[arm]) / pulls[arm]; total += top - p[arm];

#define END regret[run] = total; } }

/* sqrt(2 log t) for all rounds, once for all runs */
static double *radius_table(long horizon, double scale) {
    double *c = malloc((horizon + 1) * sizeof *c);
    for (long t = 1; t <= horizon; t++) c[t] = scale * sqrt(2 * log((double)t));
    return c;
}

RUNS(ucb1, const double *c)
    double width[K]; /* 1 / sqrt(pulls), kept because only one of them changes in a round */
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double best = -1;
            for (int k = 0; k < K; k++) {
                double index = mean[k] + c[t] * width[k];
                if (index > best) { best = index; arm = k; }
            }
        }
        PULL(arm)
        width[arm] = 1 / sqrt((double)pulls[arm]);
    }
END

void ucb1_scaled(const double *means, long horizon, long runs, uint64_t seed, double scale, double *regret) {
    double *c = radius_table(horizon, scale);
    ucb1(means, horizon, runs, seed, c, regret);
    free(c);
}

RUNS(epsilon_greedy, double epsilon)
    for (long t = 1; t <= horizon; t++) {
        int arm = uniform(&r) < epsilon ? (int)(uniform(&r) * K) : first_best(mean);
        PULL(arm)
    }
END

RUNS(explore_first, double n_explore)
    int chosen = 0;
    for (long t = 1; t <= horizon; t++) {
        int arm = t <= n_explore * K ? (t - 1) % K : chosen;
        PULL(arm)
        if (t == (long)n_explore * K) chosen = first_best(mean);
    }
END

/* Beta(a, b) as a ratio of gammas, each by Marsaglia and Tsang, normals by the polar method */
static double normal(rng_t *r) {
    double x, y, s;
    do { x = 2 * uniform(r) - 1; y = 2 * uniform(r) - 1; s = x * x + y * y; } while (s >= 1 || s == 0);
    return x * sqrt(-2 * log(s) / s);
}

static double gamma_draw(rng_t *r, double shape) { /* shape >= 1 */
    double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = normal(r), v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        double u = uniform(r);
        if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
    }
}

RUNS(thompson, double prior)
    for (long t = 1; t <= horizon; t++) {
        double draw[K];
        for (int k = 0; k < K; k++) {
            double heads = gamma_draw(&r, prior + mean[k] * pulls[k]);
            draw[k] = heads / (heads + gamma_draw(&r, prior + (1 - mean[k]) * pulls[k]));
        }
        int arm = first_best(draw);
        PULL(arm)
    }
END

/* the naive way: every arm's index in every round, by Newton's method from Pinsker's bound */
static double kl_upper(double p, double budget) {
    double q = p + sqrt(budget / 2);
    if (q > 1 - 1e-9) q = 1 - 1e-9;
    double h = (p > 0 ? p * log(p) : 0) + (p < 1 ? (1 - p) * log(1 - p) : 0);
    for (int i = 0; i < 50 && q > p; i++) {
        double excess = h - p * log(q) - (1 - p) * log(1 - q) - budget;
        double step = excess * q * (1 - q) / (q - p);
        if (step < 1e-9) break;
        q -= step;
        if (q < p) q = p;
    }
    return q;
}

RUNS(kl_ucb, double c)
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double index[K], level = log((double)t) + c * log(log((double)t));
            for (int k = 0; k < K; k++) index[k] = kl_upper(mean[k], level / pulls[k]);
            arm = first_best(index);
        }
        PULL(arm)
    }
END
